/**
 * Tokens of systemd unit files, drop-ins included. See systemd.syntax(7).
 *
 * Every character of the input is in exactly one token, so the tokens print back to the file. The
 * lexer does the work; the parser sees few tokens. Characters beyond ASCII arrive folded to one
 * stand-in (see FoldedChars), except the byte order mark.
 */
lexer grammar UnitLexer;

// Start of a logical line.

COMMENT : BLANK* [#;] ANY* EOL? -> channel(HIDDEN) ;
EMPTY : (BLANK* EOL)+ -> channel(HIDDEN) ;
BLANKS : BLANK+ -> channel(HIDDEN) ;
LEAD : CONTINUATION -> channel(HIDDEN) ;
MARK : '\uFEFF' -> channel(HIDDEN), mode(MARKED) ;
OPEN : '[' -> mode(HEADER) ;
EQUALS : '\\'? '=' -> mode(VALUE) ;
KEY : KEY_START KEY_CHAR* -> mode(REST_OF_KEY) ;

// A logical line that begins with a byte order mark: what follows is no comment any more.

mode MARKED;
MARKED_EMPTY : BLANK* EOL -> type(EMPTY), channel(HIDDEN), mode(DEFAULT_MODE) ;
MARKED_BLANKS : BLANK+ -> type(BLANKS), channel(HIDDEN) ;
MARKED_LEAD : CONTINUATION -> type(LEAD), channel(HIDDEN) ;
MARKED_OPEN : '[' -> type(OPEN), mode(HEADER) ;
MARKED_EQUALS : '\\'? '=' -> type(EQUALS), mode(VALUE) ;
MARKED_KEY : (KEY_START | [#;\uFEFF]) KEY_CHAR* -> type(KEY), mode(REST_OF_KEY) ;

// The left-hand side of an assignment, or a line without `=`.

mode REST_OF_KEY;
MORE_KEY : KEY_CHAR+ -> type(KEY) ;
KEY_CONTINUED : CONTINUATION -> type(CONTINUED) ;
KEY_EQUALS : '\\'? '=' -> type(EQUALS), mode(VALUE) ;
KEY_END : EOL -> type(END), mode(DEFAULT_MODE) ;

// After the `[` of a section header, to the end of the line.

mode HEADER;
HEADER_TEXT : (CHAR | PAIR)+ -> type(TEXT) ;
HEADER_CONTINUED : CONTINUATION -> type(CONTINUED) ;
HEADER_END : EOL -> type(END), mode(DEFAULT_MODE) ;

// After the first `=`, to the end of the logical line.

mode VALUE;
TEXT : (CHAR | PAIR)+ ;
CONTINUED : CONTINUATION ;
END : EOL -> mode(DEFAULT_MODE) ;

fragment BLANK : [ \t] ;
fragment ANY : ~[\r\n\u0000] ;
fragment CHAR : ~[\\\r\n\u0000] ;
fragment PAIR : '\\' ~[\r\n\u0000] ;
fragment KEY_START : ~[#;= \t[\\\r\n\u0000\uFEFF] | KEY_PAIR ;
fragment KEY_CHAR : ~[=\\\r\n\u0000] | KEY_PAIR ;
fragment KEY_PAIR : '\\' ~[=\r\n\u0000] ;

// A backslash that ends the line, with the comment lines that systemd drops after it.
fragment CONTINUATION : '\\' (EOL (BLANK* [#;] ANY* EOL)* (BLANK* [#;] ANY*)? | EOF) ;

// LF, CR and NUL all end a line; a run of different ones is one end, and NUL closes it.
fragment EOL : '\n' '\r'? '\u0000'? | '\r' '\n'? '\u0000'? | '\u0000' ;

/**
 * Tokens of the files that xinetd reads, line by line; inetd.conf has the same. See
 * xinetd.conf(5).
 *
 * Only LF ends a line. xinetd does not see what follows a NUL. Every character of the input is in
 * exactly one token, so the tokens print back to the file. Characters beyond ASCII arrive folded to
 * one stand-in (see FoldedChars).
 */
lexer grammar XinetdLexer;

// Start of a line.

COMMENT : SPACE* '#' ANY* '\n'? ;
EMPTY : SPACE* UNSEEN_TEXT? '\n' | SPACE* UNSEEN_TEXT | SPACE+ EOF ;
OPEN : SPACE* '{' REST_OF_BRACE ;
CLOSE : SPACE* '}' REST_OF_BRACE ;
LEADING_BLANK : [ \t]+ -> type(BLANK), mode(LINE) ;
LEADING_ODD : ODD_SPACE+ -> type(ODD), mode(LINE) ;
FIRST_WORD : WORD_CHAR+ -> type(WORD), mode(LINE) ;

// The rest of a line with words.

mode LINE;
WORD : WORD_CHAR+ ;
BLANK : [ \t]+ ;
ODD : ODD_SPACE+ ;
UNSEEN : UNSEEN_TEXT ;
END : '\n' -> mode(DEFAULT_MODE) ;

fragment ANY : ~[\n] ;
fragment SPACE : [ \t] | ODD_SPACE ;
fragment ODD_SPACE : [\r\f\u000B] ;
fragment WORD_CHAR : ~[ \t\r\n\f\u000B\u0000] ;
fragment UNSEEN_TEXT : '\u0000' ANY* ;
fragment REST_OF_BRACE : SPACE* UNSEEN_TEXT? ('\n' | EOF) ;

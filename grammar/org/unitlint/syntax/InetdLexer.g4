/**
 * Tokens of inetd.conf, of which each line is a service, as xinetd reads it. See inetd.conf(5).
 *
 * As in XinetdLexer only LF ends a line, and nothing behind a NUL is seen.
 */
lexer grammar InetdLexer;

// Start of a line.

COMMENT : SPACE* '#' ANY* '\n'? ;
EMPTY : SPACE* UNSEEN_TEXT? '\n' | SPACE* UNSEEN_TEXT | SPACE+ EOF ;
LEADING_BLANK : [ \t]+ -> type(BLANK), mode(LINE) ;
FIRST_FIELD : FIELD_CHAR+ -> type(FIELD), mode(LINE) ;

// The rest of the line.

mode LINE;
FIELD : FIELD_CHAR+ ;
BLANK : [ \t]+ ;
UNSEEN : UNSEEN_TEXT ;
END : '\n' -> mode(DEFAULT_MODE) ;

fragment ANY : ~[\n] ;
fragment SPACE : [ \t\r\f\u000B] ;
fragment FIELD_CHAR : ~[ \t\n\u0000] ;
fragment UNSEEN_TEXT : '\u0000' ANY* ;

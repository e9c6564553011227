/** Lines of inetd.conf. */
parser grammar InetdParser;

options {
  tokenVocab = InetdLexer;
}

file : line* EOF ;
line : COMMENT | EMPTY | service ;
service : BLANK? FIELD (BLANK | FIELD)* UNSEEN? (END | EOF) ;

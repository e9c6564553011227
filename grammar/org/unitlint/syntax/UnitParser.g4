/** Lines of a unit file. Comments, empty lines and the byte order mark are on the hidden channel. */
parser grammar UnitParser;

options {
  tokenVocab = UnitLexer;
}

file : line* section* EOF ;
section : header line* ;
header : OPEN (TEXT | CONTINUED)* end ;
line : key assigned? end | assigned end ;
key : (KEY | CONTINUED)+ ;
assigned : EQUALS (TEXT | CONTINUED)* ;
end : END | EOF ;

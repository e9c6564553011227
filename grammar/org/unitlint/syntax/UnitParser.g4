/** Lines of a unit file. Comments, empty lines and the byte order mark are on the hidden channel. */
parser grammar UnitParser;

options {
  tokenVocab = UnitLexer;
}

file : line* section* EOF ;
section : header line* ;
header : OPEN (TEXT | CONTINUED)* END? ;
line : key assigned? END? | assigned END? ;
key : (KEY | CONTINUED)+ ;
assigned : EQUALS (TEXT | CONTINUED)* ;

/**
 * Lines of a file of xinetd. Which of them make an entry depends on what xinetd makes of those
 * before: see XinetdReader.
 */
parser grammar XinetdParser;

options {
  tokenVocab = XinetdLexer;
}

file : line* EOF ;
line : COMMENT | EMPTY | OPEN | CLOSE | (WORD | BLANK | ODD) (WORD | BLANK | ODD)* UNSEEN? (END | EOF) ;

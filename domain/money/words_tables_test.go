package money_test

// Numbers in letters, one a line, written by hand from the grammars; fr-BE
// where it differs. The currency is left out: it follows the number.
const (
	frenchNumbers = `
0 zéro
1 un
2 deux
7 sept
10 dix
11 onze
16 seize
17 dix-sept
19 dix-neuf
20 vingt
21 vingt et un
22 vingt-deux
30 trente
31 trente et un
40 quarante
41 quarante et un
50 cinquante
51 cinquante et un
59 cinquante-neuf
60 soixante
61 soixante et un
69 soixante-neuf
70 soixante-dix
71 soixante et onze
72 soixante-douze
77 soixante-dix-sept
79 soixante-dix-neuf
80 quatre-vingts
81 quatre-vingt-un
88 quatre-vingt-huit
90 quatre-vingt-dix
91 quatre-vingt-onze
97 quatre-vingt-dix-sept
99 quatre-vingt-dix-neuf
100 cent
101 cent un
111 cent onze
121 cent vingt et un
171 cent soixante et onze
180 cent quatre-vingts
181 cent quatre-vingt-un
199 cent quatre-vingt-dix-neuf
200 deux cents
201 deux cent un
280 deux cent quatre-vingts
300 trois cents
999 neuf cent quatre-vingt-dix-neuf
1000 mille
1001 mille un
1021 mille vingt et un
1080 mille quatre-vingts
1100 mille cent
1200 mille deux cents
1981 mille neuf cent quatre-vingt-un
2000 deux mille
2200 deux mille deux cents
2300 deux mille trois cents
12450 douze mille quatre cent cinquante
21000 vingt et un mille
71000 soixante et onze mille
80000 quatre-vingt mille
81000 quatre-vingt-un mille
80080 quatre-vingt mille quatre-vingts
100000 cent mille
101000 cent un mille
180000 cent quatre-vingt mille
200000 deux cent mille
200200 deux cent mille deux cents
280000 deux cent quatre-vingt mille
999999 neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf
1000000 un million
1000001 un million un
1000080 un million quatre-vingts
1001000 un million mille
1100000 un million cent mille
2000000 deux millions
2000200 deux millions deux cents
80000000 quatre-vingts millions
81000000 quatre-vingt-un millions
200000000 deux cents millions
280000000 deux cent quatre-vingts millions
1000000000 un milliard
1000000001 un milliard un
2000000000 deux milliards
1200000000 un milliard deux cents millions
999999999999 neuf cent quatre-vingt-dix-neuf milliards neuf cent quatre-vingt-dix-neuf millions neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf`

	belgianNumbers = `
0 zéro
1 un
16 seize
17 dix-sept
20 vingt
21 vingt et un
30 trente
31 trente et un
40 quarante
45 quarante-cinq
50 cinquante
60 soixante
61 soixante et un
69 soixante-neuf
70 septante
71 septante et un
72 septante-deux
73 septante-trois
74 septante-quatre
75 septante-cinq
76 septante-six
77 septante-sept
78 septante-huit
79 septante-neuf
80 quatre-vingts
81 quatre-vingt-un
82 quatre-vingt-deux
89 quatre-vingt-neuf
90 nonante
91 nonante et un
92 nonante-deux
93 nonante-trois
94 nonante-quatre
95 nonante-cinq
96 nonante-six
97 nonante-sept
98 nonante-huit
99 nonante-neuf
100 cent
101 cent un
170 cent septante
171 cent septante et un
180 cent quatre-vingts
190 cent nonante
191 cent nonante et un
200 deux cents
201 deux cent un
277 deux cent septante-sept
1000 mille
1001 mille un
1070 mille septante
1091 mille nonante et un
1100 mille cent
1981 mille neuf cent quatre-vingt-un
1999 mille neuf cent nonante-neuf
70000 septante mille
71000 septante et un mille
80000 quatre-vingt mille
90000 nonante mille
91000 nonante et un mille
200000 deux cent mille
1000000 un million
1000001 un million un
2000000 deux millions
70000000 septante millions
90000000 nonante millions
1000000000 un milliard
999999999999 neuf cent nonante-neuf milliards neuf cent nonante-neuf millions neuf cent nonante-neuf mille neuf cent nonante-neuf`

	dutchNumbers = `
0 nul
1 één
2 twee
3 drie
10 tien
11 elf
12 twaalf
13 dertien
14 veertien
15 vijftien
16 zestien
17 zeventien
18 achttien
19 negentien
20 twintig
21 eenentwintig
22 tweeëntwintig
23 drieëntwintig
24 vierentwintig
25 vijfentwintig
26 zesentwintig
27 zevenentwintig
28 achtentwintig
29 negenentwintig
30 dertig
32 tweeëndertig
33 drieëndertig
40 veertig
44 vierenveertig
50 vijftig
55 vijfenvijftig
60 zestig
66 zesenzestig
70 zeventig
71 eenenzeventig
77 zevenenzeventig
80 tachtig
81 eenentachtig
88 achtentachtig
90 negentig
91 eenennegentig
92 tweeënnegentig
99 negenennegentig
100 honderd
101 honderdeen
102 honderdtwee
111 honderdelf
121 honderdeenentwintig
180 honderdtachtig
200 tweehonderd
201 tweehonderdeen
222 tweehonderdtweeëntwintig
300 driehonderd
999 negenhonderdnegenennegentig
1000 duizend
1001 duizend één
1002 duizend twee
1100 duizend honderd
1981 duizend negenhonderdeenentachtig
2000 tweeduizend
2300 tweeduizend driehonderd
12450 twaalfduizend vierhonderdvijftig
21000 eenentwintigduizend
80000 tachtigduizend
100000 honderdduizend
101000 honderdeenduizend
200000 tweehonderdduizend
1000000 één miljoen
1000001 één miljoen één
1100000 één miljoen honderdduizend
2000000 twee miljoen
22000000 tweeëntwintig miljoen
1000000000 één miljard
2000000002 twee miljard twee
999999999999 negenhonderdnegenennegentig miljard negenhonderdnegenennegentig miljoen negenhonderdnegenennegentigduizend negenhonderdnegenennegentig`

	englishNumbers = `
0 zero
1 one
2 two
9 nine
10 ten
11 eleven
12 twelve
13 thirteen
15 fifteen
16 sixteen
17 seventeen
18 eighteen
19 nineteen
20 twenty
21 twenty-one
22 twenty-two
30 thirty
33 thirty-three
40 forty
44 forty-four
50 fifty
55 fifty-five
60 sixty
66 sixty-six
70 seventy
71 seventy-one
77 seventy-seven
80 eighty
81 eighty-one
88 eighty-eight
90 ninety
91 ninety-one
99 ninety-nine
100 one hundred
101 one hundred and one
110 one hundred and ten
121 one hundred and twenty-one
180 one hundred and eighty
199 one hundred and ninety-nine
200 two hundred
201 two hundred and one
300 three hundred
999 nine hundred and ninety-nine
1000 one thousand
1001 one thousand and one
1010 one thousand and ten
1080 one thousand and eighty
1099 one thousand and ninety-nine
1100 one thousand one hundred
1101 one thousand one hundred and one
1981 one thousand nine hundred and eighty-one
2000 two thousand
2002 two thousand and two
12450 twelve thousand four hundred and fifty
21000 twenty-one thousand
80000 eighty thousand
100000 one hundred thousand
101000 one hundred and one thousand
200000 two hundred thousand
200200 two hundred thousand two hundred
999999 nine hundred and ninety-nine thousand nine hundred and ninety-nine
1000000 one million
1000001 one million and one
1000100 one million one hundred
1001000 one million one thousand
2000000 two million
80000080 eighty million and eighty
1000000000 one billion
2000000002 two billion and two
999999999999 nine hundred and ninety-nine billion nine hundred and ninety-nine million nine hundred and ninety-nine thousand nine hundred and ninety-nine`
)

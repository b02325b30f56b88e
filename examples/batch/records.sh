#!/bin/sh
# Prints so many invented records to the shipped list rihg, one a line; some of them wrong, as in real input. Always the same ones.
awk -v count="${1:-2000}" 'BEGIN {
  split("geel blauw rood onbekend", colour, " "); split("ja ja ja nee onbekend", adult, " ")
  for (at = 1; at <= count; at++) {
    printf "{\"id\":\"r%06d\",\"antwoorden\":{\"meerderjarig\":\"%s\"", at, adult[at % 5 + 1]
    if (at % 3) printf ",\"kleur_wapens\":\"%s\"", colour[at % 4 + 1]
    if (at % 7) printf ",\"kleur_lichamelijk_geweld\":\"%s\"", at % 101 ? colour[int(at / 4) % 4 + 1] : "paars"
    print "}}"
  }
}'

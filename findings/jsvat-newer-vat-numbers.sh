#!/usr/bin/env bash
# jsvat 2.5.4, which checks VAT numbers by form and check digits.
#
# Expected: it knows the two kinds of number that came last: those of Northern Ireland, which trades goods under the
# prefix XI since 2021 with the same digits as under GB, and those of Belgium that begin with 1, given out since those
# with 0 ran short.
# Seen: XI is no supported country at all, while the same nine digits are valid under GB; a Belgian number with a leading
# 1 and right check digits (97 less the remainder of the first eight digits by 97) fails by its form already. An invoice
# of either seller would be called one with a wrong tax number.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts jsvat@2.5.4

cat >probe.mjs <<'PROBE'
import * as jsvat from 'jsvat';

const { checkVAT, countries } = jsvat.default ?? jsvat;
const check = (n) => String(97 - (Number(n) % 97)).padStart(2, '0');
const belgian = (eight) => `BE${eight}${check(eight)}`;
const british = '980780684';
for (const number of [belgian('04287594'), belgian('10034567'), `GB${british}`, `XI${british}`]) {
  const { isValid, isSupportedCountry } = checkVAT(number, countries);
  console.log(number.slice(0, 3), isSupportedCountry ? 'supported' : 'unsupported', isValid ? 'valid' : 'invalid');
}
PROBE

seen=$(node probe.mjs)
echo "jsvat 2.5.4:"
echo "$seen"
expected='BE0 supported valid
BE1 supported invalid
GB9 supported valid
XI9 unsupported invalid'
[ "$seen" = "$expected" ] || { echo "this has changed" >&2; exit 1; }

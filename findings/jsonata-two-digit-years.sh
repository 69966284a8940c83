#!/usr/bin/env bash
# jsonata 2.2.2, the reference implementation of the expressions in AWS Step Functions' JSONata mode.
#
# Expected: a date that $fromMillis writes with a picture is the one that $toMillis reads with the same picture; for a
# year of two digits perhaps an error, or the year 26.
# Seen: "29.11.26", written from 2026 with [Y01], comes back as 1926, without a word. XPath's picture says nothing of
# a century; the year passes through JavaScript's Date.UTC, which takes 0 to 99 for the twentieth one. So dates of
# receipts with short years do not survive an expression, and nothing in a state machine shows it.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts jsonata@2.2.2

cat >probe.mjs <<'PROBE'
import jsonata from 'jsonata';

const expression = `(
  $picture := '[D01].[M01].[Y01]';
  $written := $fromMillis($toMillis('2026-11-29'), $picture);
  { 'written': $written, 'read': $fromMillis($toMillis($written, $picture), '[Y0001]-[M01]-[D01]') }
)`;
console.log(JSON.stringify(await jsonata(expression).evaluate({})));
PROBE

seen=$(node probe.mjs)
echo "jsonata 2.2.2: $seen"
[ "$seen" = '{"written":"29.11.26","read":"1926-11-29"}' ] || { echo "this has changed" >&2; exit 1; }

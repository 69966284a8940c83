#!/usr/bin/env bash
# asl-validator 4.0.0, which checks definitions of Step Functions before they are deployed.
#
# Expected: a Map that tolerates half a percent of failed items is valid: the percentage is a number from 0 to 100, and
# UpdateMapRun and DescribeMapRun have it as a float.
# Seen: its schema wants a whole number; 0.5 is refused, while the same number as an expression passes. With ten thousand
# items one percent is a hundred, so who means less has to write it as an expression.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts asl-validator@4.0.0

cat >probe.mjs <<'PROBE'
import validator from 'asl-validator';

const validate = validator.default ?? validator;
const definition = (ToleratedFailurePercentage) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Each Reading',
  States: {
    'Each Reading': {
      Type: 'Map',
      ToleratedFailurePercentage,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Keep',
        States: { Keep: { Type: 'Pass', End: true } },
      },
      End: true,
    },
  },
});
for (const percentage of [1, 0.5, '{% 0.5 %}']) {
  const { isValid } = validate(definition(percentage));
  console.log(JSON.stringify(percentage), isValid ? 'valid' : 'invalid');
}
PROBE

seen=$(node probe.mjs)
echo "asl-validator 4.0.0:"
echo "$seen"
expected='1 valid
0.5 invalid
"{% 0.5 %}" valid'
[ "$seen" = "$expected" ] || { echo "this has changed" >&2; exit 1; }

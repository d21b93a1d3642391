#!/usr/bin/env bash
# Synthesise in a second clone at another path, and fail when anything differs from cdk.out of this one.
set -euo pipefail
cd "$(dirname "$0")/.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
clone="$place/a/longer/path/to/another clone"
mkdir -p "$clone"
git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$clone"
cp -al node_modules "$clone/" 2>/dev/null || cp -a node_modules "$clone/"
(cd "$clone" && npm run --silent synth)
diff -r cdk.out "$clone/cdk.out"

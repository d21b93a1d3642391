#!/bin/sh
# Fetches Amazon's DynamoDB Local for the contract tests into a cache outside the project. It needs
# Java 17 or later to run. It comes under Amazon's own licence (see LICENSE.txt beside the jar) from
# the npm package that ships it; the package's other dependencies are not installed.
set -eu

package='amplify-dynamodb-simulator@2.9.30'
integrity='sha512-xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ=='
folder="${DYNAMODB_LOCAL_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/rida/dynamodb-local}"

if [ -f "$folder/DynamoDBLocal.jar" ]; then
  echo "$folder"
  exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tarball=$(npm pack --silent --pack-destination "$work" "$package")
found="sha512-$(openssl dgst -sha512 -binary "$work/$tarball" | openssl base64 -A)"
if [ "$found" != "$integrity" ]; then
  echo "dynamodb-local: $package has integrity $found, not $integrity" >&2
  exit 1
fi
tar -xzf "$work/$tarball" -C "$work" package/emulator
mkdir -p "$(dirname "$folder")"
rm -rf "$folder"
mv "$work/package/emulator" "$folder"
echo "$folder"

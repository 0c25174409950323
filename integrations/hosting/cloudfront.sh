#!/bin/sh
# For S3 with CloudFront: copies a published site into a bucket and sets the headers of each file.
#   cloudfront.sh <site> <bucket> <distribution>
# Set up the distribution like this:
# - Cache policy: "CachingOptimized". It follows Cache-Control; its minimum lifetime must be 1 s or less.
# - Response headers policy: make your own that sends Access-Control-Allow-Origin: *,
#   Access-Control-Expose-Headers: Retry-After and Cross-Origin-Resource-Policy: cross-origin. The ready-made
#   "SimpleCORS" sends only the first, and then the host cannot ask readers to come back later.
# - Compress objects automatically: yes.
set -eu
site=$1 bucket=$2 distribution=$3
copy() { # <Cache-Control> <aws s3 sync option…>
  control=$1
  shift
  aws s3 sync "$site" "s3://$bucket" --cache-control "$control" --exclude '*' "$@"
}
# Files go up before the files that point to them: the files of a roll before its index, the pages of names before the
# pages of letters, the letter before its count.
copy 'public, max-age=31536000, immutable' --include 'open-letter-*.wasm' --content-type application/wasm
copy 'public, max-age=31536000, immutable' --include 'open-letter-*.js' --include 'open-letter-*.css' \
  --include 'open-letter-*.json'
copy 'public, max-age=86400' --include 'letters/*/roll/*' --exclude '*/roll/index.json'
copy 'public, max-age=10' --include '*/roll/index.json'
copy 'public, max-age=300' --include 'letters/*/signatories/*'
copy 'public, max-age=300' --include '*' --exclude 'open-letter-*' --exclude '*.br' --exclude '*.gz' \
  --exclude '*/count.json' --exclude '*/roll/*'
copy 'public, max-age=10, stale-while-revalidate=60' --include '*/count.json'
# Old files of a roll can contain the name of somebody who withdrew. Delete them when no cache points to them any more.
renew() {
  id=$(aws cloudfront create-invalidation --distribution-id "$distribution" --paths '/letters/*' \
    --query Invalidation.Id --output text)
  aws cloudfront wait invalidation-completed --distribution-id "$distribution" --id "$id"
}
renew
aws s3 sync "$site" "s3://$bucket" --delete --exclude '*' --include 'letters/*/roll/*' --include 'letters/*/signatories/*'
# A withdrawn name must not stay in the cache.
renew

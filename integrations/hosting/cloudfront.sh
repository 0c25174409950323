#!/bin/sh
# S3 with CloudFront: copies the folder of a site into a bucket, each file with its headers.
#   cloudfront.sh <site> <bucket> <distribution>
# The distribution's cache policy is "CachingOptimized" (it keeps to Cache-Control; its lowest lifetime must be 1 s or
# less). Its response headers policy is one of your own that sends Access-Control-Allow-Origin: * and
# Access-Control-Expose-Headers: Retry-After; the ready one, "SimpleCORS", sends the first alone, and readers then can't
# be told when to come again. Have the distribution compress objects automatically.
set -eu
site=$1 bucket=$2 distribution=$3
copy() { # <Cache-Control> <aws s3 sync option…>
  control=$1
  shift
  aws s3 sync "$site" "s3://$bucket" --cache-control "$control" --exclude '*' "$@"
}
# What is named by others goes up before what names it: a roll's files before its index, the pages of its names before
# those of letters, the letter before its count.
copy 'public, max-age=31536000, immutable' --include 'open-letter-*.wasm' --content-type application/wasm
copy 'public, max-age=31536000, immutable' --include 'open-letter-*.js' --include 'open-letter-*.json'
copy 'public, max-age=86400' --include 'letters/*/roll/*' --exclude '*/roll/index.json'
copy 'public, max-age=10' --include '*/roll/index.json'
copy 'public, max-age=300' --include 'letters/*/signatories/*'
copy 'public, max-age=300' --include '*' --exclude 'open-letter-*' --exclude '*.br' --exclude '*.gz' \
  --exclude '*/count.json' --exclude '*/roll/*'
copy 'public, max-age=10, stale-while-revalidate=60' --include '*/count.json'
# What a roll no longer names may bear the name of somebody who withdrew. It goes when no cache leads to it any more.
renew() {
  id=$(aws cloudfront create-invalidation --distribution-id "$distribution" --paths '/letters/*' \
    --query Invalidation.Id --output text)
  aws cloudfront wait invalidation-completed --distribution-id "$distribution" --id "$id"
}
renew
aws s3 sync "$site" "s3://$bucket" --delete --exclude '*' --include 'letters/*/roll/*' --include 'letters/*/signatories/*'
# A name that was withdrawn must not stay in the cache.
renew

#!/bin/sh
# 把建好的站点传到对象存储：sh object-storage.sh dist s3://桶名/路径
# 用 AWS CLI 的写法；阿里云 OSS、腾讯云 COS、华为云 OBS 都有兼容 S3 的接口，用 AWS_ENDPOINT_URL 指明
# 密钥由环境变量或流水线给出，不要写在这里
set -eu
site=$1
bucket=$2

# 先传名称里带校验值的文件：旧页面用不到它们，早到没有关系
aws s3 cp "$site" "$bucket" --recursive --exclude '*' \
  --include '_astro/*' --include 'search/data/*/*' --include 'search/data/names-*' --include 'search/data/variants-*' \
  --cache-control 'public, max-age=31536000, immutable'

# 再传页面和数据
aws s3 cp "$site" "$bucket" --recursive \
  --exclude '_astro/*' --exclude 'search/data/*/*' --exclude 'search/data/names-*' --exclude 'search/data/variants-*' \
  --exclude '*.md' --cache-control 'public, max-age=300'
aws s3 cp "$site" "$bucket" --recursive --exclude '*' --include '*.md' \
  --content-type 'text/markdown; charset=utf-8' --cache-control 'public, max-age=300'

# 最后删去站点里已经没有的
aws s3 sync "$site" "$bucket" --delete --size-only

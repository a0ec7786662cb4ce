#!/bin/sh
# Builds the two style sheets and copies the typeface. Needs Node; running Intake does not.
set -eu
cd "$(dirname "$0")"
[ -d node_modules ] || npm ci --ignore-scripts
static=../intake/web/static
npx sass --no-source-map --style=compressed --load-path=node_modules --quiet-deps app.scss "$static/app.ltr.css"
npx rtlcss --silent "$static/app.ltr.css" "$static/app.rtl.css"
mkdir -p "$static/fonts"
for weight in 400 700; do
  for subset in latin latin-ext cyrillic cyrillic-ext; do
    cp "node_modules/@fontsource/noto-sans/files/noto-sans-$subset-$weight-normal.woff2" "$static/fonts/"
  done
  cp "node_modules/@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-$weight-normal.woff2" "$static/fonts/"
  cp "node_modules/@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-$weight-normal.woff2" "$static/fonts/"
done
cp node_modules/@fontsource/noto-sans/LICENSE "$static/fonts/OFL.txt"

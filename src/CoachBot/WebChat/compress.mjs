// Puts the one file of Web Chat that a browser needs beside its brotli and gzip forms.
// Usage: node compress.mjs <package folder> <output folder>
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [packageFolder, output] = process.argv.slice(2);
const script = readFileSync(join(packageFolder, 'dist', 'webchat.js'));
const licences = readFileSync(join(packageFolder, 'dist', 'webchat.js.LICENSE.txt'));
const brotli = {
  [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
  [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  [constants.BROTLI_PARAM_SIZE_HINT]: script.length,
};

// Each file appears whole or not at all; the build looks for the brotli one, so that comes last.
const put = (name, bytes) => {
  writeFileSync(join(output, `${name}.part`), bytes);
  renameSync(join(output, `${name}.part`), join(output, name));
};
mkdirSync(output, { recursive: true });
put('webchat.js.LICENSE.txt', licences);
put('webchat.js', script);
put('webchat.js.gz', gzipSync(script, { level: 9 }));
put('webchat.js.br', brotliCompressSync(script, { params: brotli }));

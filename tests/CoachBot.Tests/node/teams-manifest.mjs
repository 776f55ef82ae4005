// Checks an unpacked Teams app package against the official schemas: teams-manifest.mjs <folder>. Prints what is wrong.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Ajv from 'ajv-draft-04';

const require = createRequire(import.meta.url);
const schemas = join(dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas', 'teams');
const folder = process.argv[2];
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

const manifest = read(join(folder, 'manifest.json'));
const files = ['manifest.json', ...manifest.localizationInfo.additionalLanguages.map(({ file }) => file)];
const faults = files.flatMap((file) => {
  const document = read(join(folder, file));
  const [version, name] = document.$schema.split('/').slice(-2);
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, unicodeRegExp: false });
  return ajv.validate(read(join(schemas, version, name)), document)
    ? []
    : ajv.errors.map(({ instancePath, message }) => `${file}${instancePath} ${message}`);
});
console.log(JSON.stringify({ files, faults }));

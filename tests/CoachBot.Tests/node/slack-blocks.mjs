// Checks blocks and views against Slack's own types: slack-blocks.mjs <file.json>, a list of { name, type, value } with type Blocks,
// ModalView or HomeView. Prints what is wrong. The types tell neither lengths nor counts.
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';

const folder = mkdtempSync(join(tmpdir(), 'slack-types-'));
try {
  symlinkSync(join(dirname(fileURLToPath(import.meta.url)), 'node_modules'), join(folder, 'node_modules'));
  const path = join(folder, 'types.ts');
  writeFileSync(path, `import type { KnownBlock, ModalView, HomeView } from '@slack/types';
export type Blocks = KnownBlock[];
export type Checked = { Blocks?: Blocks; ModalView?: ModalView; HomeView?: HomeView };
`);
  writeFileSync(join(folder, 'tsconfig.json'), '{"compilerOptions":{"moduleResolution":"node","strict":true,"skipLibCheck":true}}');
  const schema = createGenerator({
    path, tsconfig: join(folder, 'tsconfig.json'), type: 'Checked', additionalProperties: false, skipTypeCheck: true,
  }).createSchema('Checked');
  const validate = new Ajv({ strict: false, allErrors: false, logger: false }).compile(schema);

  const faults = JSON.parse(readFileSync(process.argv[2], 'utf8')).flatMap(({ name, type, value }) =>
    validate({ [type]: value }) ? [] : [`${name}: ${validate.errors[0].instancePath} ${validate.errors[0].message}`]);
  console.log(JSON.stringify({ faults }));
} finally {
  rmSync(folder, { recursive: true });
}

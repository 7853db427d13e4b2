/** The IPTC's own schema of ninjs 3.1. */
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { sharedFile } from './shared.ts';

/** Files of ../shared that it needs. */
export const ninjsFiles = ['standards/ninjs/ninjs-schema_3.1.json', 'standards/ninjs/GeoJSON-schema.json'];

export function ninjsValidator(): ValidateFunction {
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  const [ninjs = '', geo = ''] = ninjsFiles.map((name) => readFileSync(sharedFile(name), 'utf8'));
  ajv.addSchema(JSON.parse(geo), 'https://geojson.org/schema/GeoJSON.json');
  return ajv.compile(JSON.parse(ninjs));
}

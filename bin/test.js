/* Everything that CI runs, in order: style, types, tests. Words after `npm test --` go to the tests. */
'use strict';
var childProcess = require('child_process');
var path = require('path');
var setup = require('./setup.js');

var node = setup.setUp();
var env = Object.assign({}, process.env, {
  PATH: path.join(setup.modules, '.bin') + path.delimiter + process.env.PATH,
});
delete env.NODE_ENV;
[
  ['style', ['@biomejs/biome/bin/biome', 'ci', '.']],
  ['types', ['typescript/bin/tsc', '-p', '.', '--noEmit']],
  ['tests', ['vitest/vitest.mjs', 'run'].concat(process.argv.slice(2))],
].forEach((step) => {
  console.log('== ' + step[0]);
  var words = [path.join(setup.modules, step[1][0])].concat(step[1].slice(1));
  var done = childProcess.spawnSync(node, words, { cwd: setup.root, env: env, stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status || 1);
});

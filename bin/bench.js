/* Measures speed, as ratios in one run. Takes minutes; no test runs it. */
'use strict';
var path = require('path');
var setup = require('./setup.js');

var node = setup.setUp();
setup.become(node, [path.join(setup.root, 'bench', 'bench.ts')].concat(process.argv.slice(2)));

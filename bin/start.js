'use strict';
var path = require('path');
var setup = require('./setup.js');

var node = setup.setUp();
setup.become(
  node,
  setup.serverFlags.concat(path.join(setup.root, 'dist', 'main.js')),
  Object.assign({}, setup.serverEnv, process.env),
);

/*
 * What has to be there before any command: the pinned packages, Node 24 and the built program.
 * Plain old JavaScript without packages, so that even a Node that is too old can say so.
 */
'use strict';
var childProcess = require('child_process');
var crypto = require('crypto');
var fs = require('fs');
var path = require('path');

var root = path.dirname(__dirname);
var modules = path.join(root, 'node_modules');

/** Ends with exit code 2 and one sentence. */
function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}

function checkNode() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    refuse(
      'Wireroom needs Node 20 or newer; this is Node ' +
        process.versions.node +
        ': install a newer one from nodejs.org.',
    );
  }
}

/** Installs, builds, and returns the path of the Node that runs the program. */
function setUp() {
  checkNode();
  install();
  var node = findNode();
  build(node);
  return node;
}

/** The lock file's packages, development ones too, whatever NODE_ENV says; nothing where they are all there. */
function install() {
  var lock = fs.readFileSync(path.join(root, 'package-lock.json'));
  var stamp = path.join(modules, '.wireroom-installed');
  var wanted = hash([lock]);
  if (read(stamp) === wanted) return;
  if (!allThere(JSON.parse(lock.toString()).packages)) installPackages();
  fs.writeFileSync(stamp, wanted);
}

function installPackages() {
  say('Installing packages, once (about 900 MB on disk; a minute or two) ...');
  var env = Object.assign({}, process.env);
  Object.keys(env).forEach((name) => {
    if (/^(node_env|npm_config_(production|omit|include|only|offline|ignore_scripts))$/i.test(name))
      delete env[name];
  });
  var npm = process.env.npm_execpath;
  var words = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  words.push('--loglevel=error', '--progress=' + (process.stderr.isTTY ? 'true' : 'false'));
  var done =
    npm && /\.c?js$/.test(npm)
      ? childProcess.spawnSync(process.execPath, [npm].concat(words), {
          cwd: root,
          env: env,
          stdio: ['ignore', 2, 2],
        })
      : childProcess.spawnSync('npm', words, { cwd: root, env: env, stdio: ['ignore', 2, 2] });
  if (done.error && done.error.code === 'ENOENT')
    refuse('npm was not found: it comes with Node, install both from nodejs.org.');
  if (done.status !== 0)
    refuse('The packages could not be installed (npm says why above): mend that and start again.');
}

/** Whether each package of the lock file that this machine can use lies there in its version. */
function allThere(packages) {
  return (
    Object.keys(packages).every((name) => {
      var wanted = packages[name];
      if (!name || wanted.optional || wanted.peer) return true;
      var there = read(path.join(root, name, 'package.json'));
      return there !== null && JSON.parse(there).version === wanted.version;
    }) &&
    fs.existsSync(path.join(root, 'node_modules/.package-lock.json')) &&
    findNodeOrNull() !== null
  );
}

/** Node 24 came with the packages; on a platform it does not come for, the one we run under may be new enough. */
function findNode() {
  return findNodeOrNull() || refuse('No Node 24 comes for this platform: run this with Node 24 or newer.');
}

function findNodeOrNull() {
  var platform = process.platform + '-' + process.arch;
  var found = ['node-' + platform, 'node-bin-' + platform]
    .map((name) => path.join(modules, name, 'bin', 'node'))
    .filter((file) => fs.existsSync(file))[0];
  if (found) return found;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null;
}

/** Compiles src/ to dist/ and the desk's screens to dist/desk-app/, aside first, where a source is newer than what was built. */
function build(node) {
  var sources = list(path.join(root, 'src')).concat(
    path.join(root, 'tsconfig.json'),
    path.join(root, 'tsconfig.build.json'),
  );
  var wanted = hash(
    sources
      .map((file) => {
        var stat = fs.statSync(file);
        return path.relative(root, file) + ':' + stat.size + ':' + stat.mtimeMs + '\n';
      })
      .concat(path.relative(root, node)),
  );
  if (read(path.join(root, 'dist', '.built')) === wanted) return;
  say('Building ...');
  var aside = path.join(root, 'dist.' + process.pid);
  var compiler = path.join(modules, 'typescript', 'bin', 'tsc');
  var bundler = path.join(modules, 'vite', 'bin', 'vite.js');
  var screens = [
    'build',
    '--config',
    'src/desk-app/vite.config.ts',
    '--outDir',
    path.join(aside, 'desk-app'),
  ];
  [
    [compiler, '-p', 'tsconfig.build.json', '--outDir', aside],
    [bundler].concat(screens, '--emptyOutDir', '--logLevel', 'warn'),
  ].forEach((words) => {
    var done = childProcess.spawnSync(node, words, {
      cwd: root,
      stdio: ['ignore', 2, 2],
      env: Object.assign({}, process.env, { NODE_ENV: 'production' }),
    });
    if (done.status === 0) return;
    fs.rmSync(aside, { recursive: true, force: true });
    refuse('The program could not be built: the compiler says why above.');
  });
  fs.writeFileSync(path.join(aside, '.built'), wanted);
  moveToPlace(aside, path.join(root, 'dist'), wanted);
}

/** Unless another start, which built at the same time, has put the same there: it may be running by now. */
function moveToPlace(aside, place, wanted) {
  var old = place + '.old.' + process.pid;
  while (read(path.join(place, '.built')) !== wanted) {
    try {
      return fs.renameSync(aside, place);
    } catch (error) {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    }
    try {
      fs.renameSync(place, old);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    fs.rmSync(old, { recursive: true, force: true });
  }
  fs.rmSync(aside, { recursive: true, force: true });
}

function list(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    var file = path.join(folder, entry.name);
    return entry.isDirectory() ? list(file) : [file];
  });
}

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (_) {
    return null;
  }
}

function hash(parts) {
  var sum = crypto.createHash('sha256');
  parts.forEach((part) => {
    sum.update(part);
  });
  return sum.digest('hex');
}

function say(sentence) {
  console.error(sentence);
}

/** Runs a program in our place: its exit code is ours, and it hears the signals that we hear. */
function become(node, words, env) {
  var child = childProcess.spawn(node, words, { stdio: 'inherit', env: env || process.env });
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => {
    process.on(signal, () => {
      child.kill(signal);
    });
  });
  child.on('error', (error) => {
    refuse('Node could not be started: ' + error.message);
  });
  child.on('exit', (code, signal) => {
    process.exit(signal ? 1 : code);
  });
}

/**
 * For the server: with little room for the young, and one heap of the C library for all of its threads, it serves as fast in 100 MB
 * less.
 */
var serverFlags = ['--enable-source-maps', '--max-semi-space-size=4'];
var serverEnv = { NODE_ENV: 'production', MALLOC_ARENA_MAX: '1' };

module.exports = {
  root: root,
  modules: modules,
  serverFlags: serverFlags,
  serverEnv: serverEnv,
  setUp: setUp,
  become: become,
  refuse: refuse,
};

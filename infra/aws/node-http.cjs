// Importing `node:http` as an ES module reads all its getters, one of which loads the whole of undici: half as
// long again as everything else a function loads. Asked for by `require`, it loads when somebody wants it.
// biome-ignore lint/style/useNodejsImportProtocol: by its other name it would lead back to this file
module.exports = require('http');

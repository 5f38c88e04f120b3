// Reads Bicep files with a real grammar and prints what they say as JSON, for the tests beside this file.
// Literals become JSON; an expression becomes { "expression": its source }.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

// Packages are those of the repository's own node_modules, from wherever the tests start this file.
const require = createRequire(resolve(process.argv[2], 'package.json'));
const { Parser, Language } = require('web-tree-sitter');
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));

const declarations = {
  parameter_declaration: 'param',
  variable_declaration: 'var',
  resource_declaration: 'resource',
  module_declaration: 'module',
  output_declaration: 'output',
  user_defined_function: 'func',
};

const childrenOf = (node) => node.namedChildren.filter((child) => child.type !== 'comment');
const textOf = (node) => childrenOf(node).filter((c) => c.type === 'string_content').length === childrenOf(node).length
  ? childrenOf(node).map((c) => c.text).join('')
  : null;

function valueOf(node) {
  switch (node.type) {
    case 'string': return textOf(node) ?? { expression: node.text };
    case 'number': return Number(node.text);
    case 'boolean': return node.text === 'true';
    case 'null': return null;
    case 'array': return childrenOf(node).map(valueOf);
    case 'object': {
      const properties = childrenOf(node).filter((c) => c.type === 'object_property' && childrenOf(c).length === 2);
      return Object.fromEntries(properties.map((p) => {
        const [key, value] = childrenOf(p);
        return [key.type === 'string' ? textOf(key) ?? key.text : key.text, valueOf(value)];
      }));
    }
    default: return { expression: node.text };
  }
}

/** The object of a resource or module, also inside a condition or a loop. */
function bodyOf(node) {
  if (node.type === 'object') { return node; }
  for (const child of childrenOf(node).reverse()) {
    if (['object', 'if_statement', 'for_statement'].includes(child.type)) { return bodyOf(child); }
  }
  return null;
}

function factsOf(path) {
  const root = parser.parse(readFileSync(path, 'utf8')).rootNode;
  const facts = { path, errors: [], declarations: [], identifiers: [], calls: [] };

  const visit = (node, parents) => {
    if (node.isError || node.isMissing) {
      facts.errors.push({ line: node.startPosition.row + 1, text: node.text.slice(0, 80) });
    }

    if (declarations[node.type]) {
      const [name, ...rest] = childrenOf(node);
      const body = bodyOf(node);
      const type = rest.find((c) => c.type === 'string');
      facts.declarations.push({
        kind: declarations[node.type],
        name: name.text,
        type: type && declarations[node.type] !== 'var' ? textOf(type) : null,
        parents: parents.map((p) => p.name),
        conditional: rest.some((c) => c.type === 'if_statement'),
        existing: /^resource\s+\w+\s+'[^']*'\s+existing\b/.test(node.text),
        optional: node.type !== 'parameter_declaration' || /=/.test(node.text.split('\n')[0]) || /\?\s*$/.test(node.text.trim()),
        source: node.text,
        value: node.type === 'variable_declaration' ? valueOf(rest.at(-1)) : body && valueOf(body),
      });
    }

    if (node.type === 'loop_variable') { facts.declarations.push({ kind: 'loop', name: node.text, parents: [] }); }
    if (node.type === 'for_loop_parameters') {
      childrenOf(node).forEach((c) => facts.declarations.push({ kind: 'loop', name: c.text, parents: [] }));
    }
    if (node.type === 'for_statement' && childrenOf(node)[0].type === 'identifier') {
      facts.declarations.push({ kind: 'loop', name: childrenOf(node)[0].text, parents: [] });
    }
    if (node.type === 'lambda_expression') {
      const [first] = childrenOf(node);
      (first.type === 'identifier' ? [first] : childrenOf(first)).forEach((c) => facts.declarations.push({ kind: 'loop', name: c.text, parents: [] }));
    }
    if (node.type === 'call_expression') {
      const called = node.childForFieldName('function');
      if (called.type === 'identifier') { facts.calls.push(called.text); }
    }
    if (node.type === 'identifier' && !isName(node)) {
      facts.identifiers.push({ name: node.text, line: node.startPosition.row + 1 });
    }

    const inner = node.type === 'resource_declaration' ? [...parents, { name: childrenOf(node)[0].text }] : parents;
    childrenOf(node).forEach((child) => visit(child, inner));
  };

  visit(root, []);
  return facts;
}

/** An identifier that names something (a property key, a declaration, a called function), not one that refers to something. */
function isName(node) {
  const parent = node.parent;
  return (declarations[parent.type] && parent.namedChildren.find((c) => c.type === 'identifier')?.id === node.id)
    || (parent.type === 'object_property' && parent.namedChildren[0].id === node.id && parent.namedChildren.length > 1)
    || (parent.type === 'call_expression' && parent.childForFieldName('function')?.id === node.id)
    || parent.type === 'loop_variable' || parent.type === 'loop_enumerator'
    || parent.type === 'decorator';
}

console.log(JSON.stringify(process.argv.slice(3).map(factsOf)));

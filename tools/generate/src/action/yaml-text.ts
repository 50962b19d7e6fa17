import { Document, isMap, isScalar, visit, type Scalar } from 'yaml';

const width = 110;

/** A value as a YAML file that reads well: blocks throughout, long texts folded, lines kept. */
export function yamlText(value: unknown, comment: string): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  document.commentBefore = ` ${comment}`;
  visit(document, {
    Scalar(_, scalar) {
      // Lines of nothing but space are no lines to a block
      if (typeof scalar.value === 'string' && /^\s+$/.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
    Pair(_, { key, value }, path) {
      if (isScalar(key) && isScalar(value) && typeof value.value === 'string') {
        value.type = scalarType(`${key.value}: `, value.value, path.filter(isMap).length - 1);
      }
    },
  });
  return document.toString({ lineWidth: width, singleQuote: true });
}

/** Lines stay lines, and what fits on no line with its key is folded. */
function scalarType(key: string, text: string, depth: number): Scalar.Type {
  if (text.includes('\n')) return 'BLOCK_LITERAL';
  const quotes = / #|: /.test(text) ? 2 : 0;
  return 2 * depth + key.length + text.length + quotes > width ? 'BLOCK_FOLDED' : 'PLAIN';
}

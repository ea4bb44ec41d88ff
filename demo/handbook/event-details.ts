import ts from 'typescript';

/** A field of an event's `detail`, or a name of a closed list. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly isOptional: boolean;
  readonly description: string;
}

/** What an event of the elements carries. */
export interface EventDetail {
  readonly type: string;
  /** The interface that says so. */
  readonly detail: string;
  readonly description: string;
  readonly fields: readonly Field[];
}

const file = 'src/host/events.ts';

/** The events in the order of `ConnectEventMap`, read by the compiler: no copy of it can grow old. */
export function readEventDetails(): EventDetail[] {
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  };
  const program = ts.createProgram([file], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const map = source?.statements.find(
    (one): one is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(one) && one.name.text === 'ConnectEventMap',
  );
  if (!map) throw new Error(`${file} has no ConnectEventMap`);
  return checker
    .getTypeAtLocation(map)
    .getProperties()
    .map((event) => describe(checker, map, event));
}

function describe(checker: ts.TypeChecker, at: ts.Node, event: ts.Symbol): EventDetail {
  const detailOf = checker.getTypeOfSymbolAtLocation(event, at).getProperty('detail');
  if (!detailOf) throw new Error(`${event.name} has no detail`);
  const detail = checker.getTypeOfSymbolAtLocation(detailOf, at);
  return {
    type: event.name,
    detail: detail.symbol.name,
    description: comment(checker, detail.symbol),
    fields: detail.getProperties().map((field) => {
      const isOptional = (field.flags & ts.SymbolFlags.Optional) !== 0;
      const full = checker.getTypeOfSymbolAtLocation(field, at);
      const type = isOptional ? checker.getNonNullableType(full) : full;
      return {
        name: field.name,
        type: spellOut(checker, type),
        isOptional,
        description: comment(checker, field),
      };
    }),
  };
}

/** A named union as what it stands for. */
function spellOut(checker: ts.TypeChecker, type: ts.Type): string {
  if (!type.isUnion() || type.flags & ts.TypeFlags.Boolean) return checker.typeToString(type);
  return type.types.map((one) => checker.typeToString(one)).join(' | ');
}

function comment(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  return ts.displayPartsToString(symbol.getDocumentationComment(checker));
}

export { enteredForItem, type FileReaders } from './entered-for-item.ts';
export {
  catalogProperties,
  columnsMethod,
  insert,
  isSimplifiable,
  operationForm,
  override,
  searchMethod,
  simplified,
  simplifyParameter,
  type Editor,
  type Entered,
  type FormEntry,
  type Insert,
  type Layout,
  type Override,
} from './properties/index.ts';
export { readInputs, titleOf } from './read-inputs.ts';

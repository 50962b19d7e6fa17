// What is loaded late is loaded by a module that names what it takes.
export { default as ignore, type Ignore } from 'ignore';

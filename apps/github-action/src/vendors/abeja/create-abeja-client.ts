// What is loaded late is loaded by a module that names what it takes.
export { createAbejaClient } from '@modelferry/abeja';

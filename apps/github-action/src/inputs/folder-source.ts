// What is loaded late is loaded by a module that names what it takes: a bundle would carry all of the package along.
export { folderSource } from '@modelferry/node-host';

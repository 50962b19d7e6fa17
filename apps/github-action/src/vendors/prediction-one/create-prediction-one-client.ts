// What is loaded late is loaded by a module that names what it takes.
export { createPredictionOneClient } from '@modelferry/prediction-one';

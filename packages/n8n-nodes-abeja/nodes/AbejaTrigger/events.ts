export { abejaEvents as catalog } from '@modelferry/abeja';

/** The collection that holds the advanced inputs. */
export const optionsParameter = 'options';

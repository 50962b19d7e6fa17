import {
  fileSource
} from "./chunk-E4BUXB7E.mjs";
import "./chunk-N3AD5INS.mjs";
import "./chunk-GBW5WBB5.mjs";
import "./chunk-Z6IZFNNT.mjs";
export {
  fileSource
};

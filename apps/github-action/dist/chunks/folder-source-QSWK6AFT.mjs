import {
  folderSource
} from "./chunk-5AMKBUYO.mjs";
import "./chunk-NGW6CJCD.mjs";
import "./chunk-7HK25JVH.mjs";
import "./chunk-BBO3W7HM.mjs";
import "./chunk-573LZVAE.mjs";
import "./chunk-6QT4TPFI.mjs";
import "./chunk-UI73M4Y7.mjs";
import "./chunk-QCTFJQAI.mjs";
import "./chunk-IUAS2HJI.mjs";
import "./chunk-4BZ244GP.mjs";
import "./chunk-BHVNCWOG.mjs";
import "./chunk-LSXZPIXW.mjs";
import "./chunk-O2OEQBPF.mjs";
import "./chunk-WEZA6YI3.mjs";
import "./chunk-6YKC5RPU.mjs";
import "./chunk-Z6MGIYC7.mjs";
import "./chunk-EMTKIY3Y.mjs";
import "./chunk-42YFLU3Z.mjs";
import "./chunk-E7RQ33CL.mjs";
import "./chunk-PLTFPKSW.mjs";
export {
  folderSource
};

import {
  runStep
} from "../chunks/chunk-5VVZCGPK.mjs";
import "../chunks/chunk-XOP2YSA7.mjs";
import "../chunks/chunk-HO3CGQCQ.mjs";
import "../chunks/chunk-NKLBH34Z.mjs";
import "../chunks/chunk-IZ47H23L.mjs";
import "../chunks/chunk-X2PTJA4X.mjs";
import "../chunks/chunk-DVH6ZDRS.mjs";
import "../chunks/chunk-2SFECZ7C.mjs";
import "../chunks/chunk-4TNTUKRT.mjs";
import "../chunks/chunk-OVBFA4TU.mjs";
import "../chunks/chunk-GBW5WBB5.mjs";
import "../chunks/chunk-Z6IZFNNT.mjs";

// action:prediction-one/retrain
await runStep("prediction-one", "retrain");

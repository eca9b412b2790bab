// All that a phone does in a room. It is sent as one file (web/joined.py).
import "/static/shared/length.js";
import "/static/shared/room.js";
import "/static/participant/phone.js";
import "/static/participant/company.js";
import "/static/participant/doing.js";
import "/static/participant/home.js";
import "/static/participant/own.js";
import "/static/shared/appoint.js";
import "/static/shared/to_plan.js";
import "/static/shared/numbers.js";
import "/static/shared/lines.js";
import "/static/shared/square.js";
import "/static/participant/sheet.js";
import "/static/participant/goal.js";
import "/static/participant/recalled.js";
import "/static/participant/carried.js";
import "/static/shared/relations.js";

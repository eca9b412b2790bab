// All that the wall of a room does. It is sent as one file (web/joined.py).
import "/static/shared/bell.js";
import "/static/shared/room.js";
import "/static/facilitator/wall.js";

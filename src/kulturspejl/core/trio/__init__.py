"""What a TRIO (leader, AMR and TR of one unit) agrees on between the modules, and its meetings."""

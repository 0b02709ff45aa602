"""What the money may have set going: input–output multipliers, simulation over assumptions, comparison with those without."""

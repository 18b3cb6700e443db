"""What happens with objectives and key results. Nothing of a performance conversation may import it."""

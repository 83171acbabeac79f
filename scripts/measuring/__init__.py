"""What the benchmarks of whole sites share: runs, contenders and what they wrote."""

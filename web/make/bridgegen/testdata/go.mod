module echo

go 1.26

require salla-profile v0.0.0

require github.com/hack-pad/safejs v0.1.0 // indirect

replace salla-profile => ../../../..

"""What any file is before anybody trusts it: locked, unfolding to gigabytes, carrying scripts."""

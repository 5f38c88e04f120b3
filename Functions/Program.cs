Console.WriteLine("RegelLoket");

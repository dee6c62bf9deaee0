/** Well-known companies, bodies and persons that stand on no U.S. list; weights are fitted on these, never on `LARGE`. */
export const FAMOUS = `Abbott Laboratories
Accenture plc
Activision Blizzard, Inc.
Aflac Incorporated
Airbnb, Inc.
Akamai Technologies, Inc.
Albemarle Corporation
Alcoa Corporation
Altria Group, Inc.
American International Group, Inc.
American Electric Power Company, Inc.
Amgen Inc.
Amphenol Corporation
Arista Networks, Inc.
Autodesk, Inc.
Automatic Data Processing, Inc.
Ball Corporation
Baxter International Inc.
Becton, Dickinson and Company
Best Buy Co., Inc.
Biogen Inc.
Booz Allen Hamilton Holding Corporation
Boston Scientific Corporation
Bristol-Myers Squibb Company
Carrier Global Corporation
Charles Schwab Corporation
Cigna Group
Cognizant Technology Solutions Corporation
Colgate-Palmolive Company
Comcast Corporation
ConocoPhillips
Consolidated Edison, Inc.
Corning Incorporated
Costco Wholesale Corporation
Cummins Inc.
Danaher Corporation
Dominion Energy, Inc.
Dow Inc.
Duke Energy Corporation
DuPont de Nemours, Inc.
Eaton Corporation plc
eBay Inc.
Ecolab Inc.
Electronic Arts Inc.
Eli Lilly and Company
Emerson Electric Co.
First Solar, Inc.
Fortinet, Inc.
Freeport-McMoRan Inc.
Garmin Ltd.
General Mills, Inc.
Gilead Sciences, Inc.
Global Payments Inc.
Halliburton Company
Hilton Worldwide Holdings Inc.
Illinois Tool Works Inc.
Illumina, Inc.
International Paper Company
International Flavors & Fragrances Inc.
Intuitive Surgical, Inc.
Jacobs Solutions Inc.
Johnson Controls International plc
Juniper Networks, Inc.
Keysight Technologies, Inc.
Kimberly-Clark Corporation
L3Harris Technologies, Inc.
Linde plc
Lowe's Companies, Inc.
Marriott International, Inc.
McDonald's Corporation
Medtronic plc
MetLife, Inc.
Monolithic Power Systems, Inc.
Motorola Solutions, Inc.
National Grid plc
NetApp, Inc.
Newmont Corporation
Norfolk Southern Corporation
Otis Worldwide Corporation
Parker-Hannifin Corporation
Philip Morris International Inc.
Prudential Financial, Inc.
Public Storage
Rockwell Automation, Inc.
Sherwin-Williams Company
State Street Corporation
Stryker Corporation
Target Corporation
TE Connectivity Ltd.
Teradyne, Inc.
Thermo Fisher Scientific Inc.
Trane Technologies plc
Tyson Foods, Inc.
Valero Energy Corporation
Verizon Communications Inc.
Vertex Pharmaceuticals Incorporated
Walt Disney Company
Waste Management, Inc.
Xylem Inc.
Zebra Technologies Corporation
Air Liquide S.A.
Alstom SA
Adidas AG
Continental AG
Deutsche Bank AG
Deutsche Post AG
Mercedes-Benz Group AG
Bayerische Motoren Werke AG
Porsche AG
Zeiss Group
Trumpf SE
Heidelberg Materials AG
Henkel AG & Co. KGaA
Merck KGaA
Munich Re
Rheinmetall AG
ThyssenKrupp AG
Siemens Energy AG
Siemens Healthineers AG
Aixtron SE
BT Group plc
Diageo plc
Vodafone Group Plc
Barclays PLC
Lloyds Banking Group plc
National Westminster Bank plc
Anglo American plc
Glencore plc
British American Tobacco p.l.c.
Imperial Brands PLC
Reckitt Benckiser Group plc
Credit Agricole S.A.
Societe Generale S.A.
Orange S.A.
Renault SA
Safran SA
Michelin
Veolia Environnement S.A.
Kering S.A.
Ferrari N.V.
Stellantis N.V.
Enel S.p.A.
Intesa Sanpaolo S.p.A.
Prysmian S.p.A.
Iberdrola, S.A.
Repsol, S.A.
Inditex, S.A.
ING Groep N.V.
Koninklijke Ahold Delhaize N.V.
BE Semiconductor Industries N.V.
ASM International N.V.
imec
Umicore N.V.
Anheuser-Busch InBev SA/NV
Atlas Copco AB
Sandvik AB
Hexagon AB
Saab AB
Kongsberg Gruppen ASA
Telenor ASA
Carlsberg A/S
Vestas Wind Systems A/S
Kone Oyj
Neste Oyj
Sika AG
Zurich Insurance Group AG
Swiss Re AG
Logitech International S.A.
Advantest Corporation
Asahi Kasei Corporation
Bridgestone Corporation
Daikin Industries, Ltd.
Denso Corporation
Disco Corporation
Fanuc Corporation
Fujifilm Holdings Corporation
Hoya Corporation
IHI Corporation
Ibiden Co., Ltd.
Kawasaki Heavy Industries, Ltd.
Komatsu Ltd.
Kyocera Corporation
Lasertec Corporation
Mitsubishi Heavy Industries, Ltd.
Mitsui & Co., Ltd.
Murata Manufacturing Co., Ltd.
Nidec Corporation
Nikon Corporation
Nintendo Co., Ltd.
Nippon Telegraph and Telephone Corporation
Nissan Motor Co., Ltd.
Olympus Corporation
Omron Corporation
Ricoh Company, Ltd.
Screen Holdings Co., Ltd.
Shin-Etsu Chemical Co., Ltd.
Subaru Corporation
Sumitomo Chemical Company, Limited
Suzuki Motor Corporation
TDK Corporation
Takeda Pharmaceutical Company Limited
Tokyo Ohka Kogyo Co., Ltd.
Yamaha Corporation
Yokogawa Electric Corporation
Hanmi Semiconductor Co., Ltd.
Hyundai Heavy Industries Co., Ltd.
Korea Electric Power Corporation
Korea Aerospace Industries, Ltd.
KT Corporation
LG Chem, Ltd.
LG Energy Solution, Ltd.
LIG Nex1 Co., Ltd.
LS Electric Co., Ltd.
SK Telecom Co., Ltd.
Samsung SDI Co., Ltd.
Samsung Electro-Mechanics Co., Ltd.
Samsung Biologics Co., Ltd.
Celltrion, Inc.
Acer Incorporated
ASUSTeK Computer Inc.
Advantech Co., Ltd.
Chunghwa Telecom Co., Ltd.
Compal Electronics, Inc.
Inventec Corporation
Nanya Technology Corporation
Novatek Microelectronics Corp.
Pegatron Corporation
Realtek Semiconductor Corp.
Vanguard International Semiconductor Corporation
Winbond Electronics Corporation
Wistron Corporation
Wiwynn Corporation
Adani Ports and Special Economic Zone Limited
Bajaj Auto Limited
Hindustan Unilever Limited
ICICI Bank Limited
Larsen & Toubro Limited
Mahindra & Mahindra Limited
State Bank of India
Sun Pharmaceutical Industries Limited
Tata Motors Limited
Tech Mahindra Limited
Oversea-Chinese Banking Corporation Limited
Singapore Telecommunications Limited
Singapore Technologies Engineering Ltd
United Overseas Bank Limited
Petroliam Nasional Berhad
Malayan Banking Berhad
PTT Public Company Limited
San Miguel Corporation
Bank Central Asia
Vietnam Dairy Products Joint Stock Company
FPT Corporation
Commonwealth Scientific and Industrial Research Organisation
National Australia Bank Limited
Fortescue Ltd
Qantas Airways Limited
Fonterra Co-operative Group Limited
Bombardier Inc.
Barrick Gold Corporation
Brookfield Corporation
Canadian Pacific Kansas City Limited
Enbridge Inc.
Magna International Inc.
Toronto-Dominion Bank
Grupo Bimbo, S.A.B. de C.V.
Grupo Televisa, S.A.B.
Ambev S.A.
Itau Unibanco Holding S.A.
MercadoLibre, Inc.
Sasol Limited
Safaricom PLC
Qatar Airways Group
Etihad Airways
Elbit Systems Ltd.
Nice Ltd.
Turkish Airlines
Koc Holding A.S.
Massachusetts Institute of Technology
California Institute of Technology
Stanford University
University of Oxford
University of Science and Arts of Oklahoma
National University of Singapore
Korea Advanced Institute of Science and Technology
Tokyo Institute of Technology
Harbin Restaurant Group
Beijing Duck House LLC
Moscow Ballet Theatre Company
Shanghai Tang
Tehran Grill LLC
Georgia Institute of Technology
Indian Institute of Technology Madras
National Taiwan University
Delft University of Technology
Technical University of Munich
Ecole Polytechnique Federale de Lausanne
Max Planck Institute for Physics
Fraunhofer Institute for Integrated Circuits
National Institute of Standards and Technology
Los Alamos National Laboratory
General Atomics
Sierra Nevada Corporation
Applied Research Associates, Inc.
Science Applications International Corporation
Institute of Electrical and Electronics Engineers
Chuck Schumer
Nancy Pelosi
Mitch McConnell
Bernie Sanders
Elizabeth Warren
Marco Rubio
Ted Cruz
Amy Klobuchar
Cory Booker
Kirsten Gillibrand
Maria Cantwell
Tammy Duckworth
Mazie Hirono
Mark Kelly
Tim Kaine
Lindsey Graham
Susan Collins
Lisa Murkowski
Rand Paul
John Cornyn
Ro Khanna
Adam Schiff
Alexandria Ocasio-Cortez
Ilhan Omar
Rashida Tlaib
Kevin McCarthy
Jim Jordan
Hakeem Jeffries
Steny Hoyer
Pramila Jayapal
Ali Mazrui
Mohamed ElBaradei
Ban Ki-moon
Park Chan-wook
Lee Jae-yong
Chey Tae-won
Kim Yuna
Jensen Huang
Lisa Su
Satya Nadella
Sundar Pichai
Tim Cook
Morris Chang
Hiroshi Mikitani
Masayoshi Son
Zubin Mehta
Garry Kasparov
Mikhail Baryshnikov
Olga Korbut
Yuja Wang
Lang Lang
Li Na
Yao Ming
Jackie Chan
Ali Hassan Mwinyi
Hassan Rouhani Bakery
Mo Salah
Abdul Sattar Edhi`.split('\n')
